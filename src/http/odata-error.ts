import type { Problem } from '../contract/common.ts';

export function isOData(url: string): boolean {
  return /^\/odata(\/|$)/.test(url);
}

/** A refusal in the form that clients of the feed read (OData JSON 4.0, 19). */
export function odataError({ code, title, detail, errors = [] }: Problem) {
  return {
    error: {
      code,
      message: detail ?? title,
      ...(errors.length === 0
        ? {}
        : {
            details: errors.map((each) => ({
              code: each.code,
              message: each.detail ?? each.code,
              ...(each.field === undefined ? {} : { target: each.field }),
            })),
          }),
    },
  };
}
