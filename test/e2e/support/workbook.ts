import { readXlsx } from 'hucre/xlsx';

/** The rows of the first sheet of a workbook, as text, read by a library that had no part in writing it. */
export async function firstSheet(bytes: Uint8Array): Promise<string[][]> {
  const { sheets } = await readXlsx(bytes);
  return (sheets[0]?.rows ?? []).map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))),
  );
}
