import type { createDocument } from 'zod-openapi';

type Document = ReturnType<typeof createDocument>;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}

const STYLE = `
body{font:15px/1.5 "Segoe UI",system-ui,sans-serif;margin:0 auto;max-width:62rem;padding:1.5rem;color:#1b1f23;background:#fff}
@media (prefers-color-scheme:dark){body{color:#e6e8ea;background:#16191c}a{color:#7cc4c0}}
code,pre{font:13px/1.5 ui-monospace,Consolas,monospace}
summary{cursor:pointer;padding:.45rem 0}
details{border-top:1px solid #8884}
.method{display:inline-block;min-width:4.5rem;font-weight:600}
pre{overflow:auto;max-height:28rem;padding:.75rem;border:1px solid #8884;border-radius:4px}
`;

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly requestBody?: unknown;
  readonly parameters?: unknown;
  readonly responses?: unknown;
}

function operation(method: string, path: string, value: Operation): string {
  const { parameters, requestBody, responses } = value;
  const shape = JSON.stringify({ parameters, requestBody, responses }, null, 2);
  return `<details id="${escaped(`${method}-${path}`)}">
<summary><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code> ${escaped(value.summary ?? '')}</summary>
<p>${escaped(value.description ?? '')}</p>
<pre tabindex="0">${escaped(shape)}</pre>
</details>`;
}

/** The description of the API for people: one page, no script, nothing from another host. */
export function apiDocsPage(document: Document, nonce: string): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, value]) =>
      operation(method, path, value),
    ),
  );
  const schemas = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) =>
      `<details id="${escaped(name)}"><summary><code>${escaped(name)}</code></summary><pre tabindex="0">${escaped(JSON.stringify(schema, null, 2))}</pre></details>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>Jalon API</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>Jalon API</h1>
<p>${escaped(document.info.description ?? '')} The machine-readable description is <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<p>Browsers use a session cookie and send <code>x-csrf-token</code> with every write; programs send <code>Authorization: Bearer</code> with a token made by <code>jalon token create</code>.</p>
<h2>Operations</h2>
${operations.join('\n')}
<h2>Schemas</h2>
${schemas.join('\n')}
</main>
</body>
</html>
`;
}
