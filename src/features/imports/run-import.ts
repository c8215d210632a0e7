export async function runImport(_s: unknown, _j: unknown): Promise<void> {}
