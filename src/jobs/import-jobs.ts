export async function workOnImports(_services: unknown, _queue: unknown): Promise<void> {}
