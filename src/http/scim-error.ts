import type { Problem } from '../contract/common.ts';

export const SCIM_MEDIA_TYPE = 'application/scim+json; charset=utf-8';

/** Failures to which SCIM gives a name of its own (RFC 7644, table 9). */
const SCIM_TYPES: Readonly<Record<string, string>> = {
  'invalid-filter': 'invalidFilter',
  'invalid-syntax': 'invalidSyntax',
  'invalid-json': 'invalidSyntax',
  'invalid-body': 'invalidSyntax',
  'invalid-path': 'invalidPath',
  'invalid-value': 'invalidValue',
  'invalid-query': 'invalidValue',
  'no-target': 'noTarget',
  mutability: 'mutability',
  'too-many': 'tooMany',
  uniqueness: 'uniqueness',
};

export function isScim(url: string): boolean {
  return url.startsWith('/scim/');
}

/** A refusal in the form that directories read. */
export function scimError({ status, code, title, detail }: Problem) {
  const scimType = SCIM_TYPES[code];
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType === undefined ? {} : { scimType }),
    detail: detail ?? title,
  };
}
