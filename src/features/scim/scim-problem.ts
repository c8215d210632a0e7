import { HttpProblem } from '../../http/problem.ts';

/** The failures that SCIM gives names of their own (RFC 7644, table 9), as codes of problems. */
export type ScimFailure =
  | 'invalid-filter'
  | 'invalid-syntax'
  | 'invalid-path'
  | 'invalid-value'
  | 'no-target'
  | 'mutability'
  | 'too-many'
  | 'uniqueness';

/** A refusal for a directory; the HTTP layer writes it in the form that SCIM wants. */
export function scimProblem(code: ScimFailure, detail: string): HttpProblem {
  return new HttpProblem(code === 'uniqueness' ? 409 : 400, code, detail, { detail });
}

/** Refused for a reason that has no name in SCIM: what it says is for the administrator who reads the log. */
export function scimConflict(code: string, detail: string): HttpProblem {
  return new HttpProblem(409, code, detail, { detail });
}
