/**
 * @param available bytes of memory that may still be taken
 * @param parent a file system in memory
 * @returns the new folder, open to every user; `null` where the machine has no such place or little room
 */
export function memoryFolder(available?: number, parent?: string): string | null;
