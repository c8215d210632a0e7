/** @param folder where the turns are written; it is made when it is missing */
export function alone<Result>(folder: string, work: () => Promise<Result>): Promise<Result>;
