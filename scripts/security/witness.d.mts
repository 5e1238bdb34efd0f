/** A web server on this machine that anybody may read from: whatever of the program's reaches it has broken out. */
export function startWitness(): Promise<{ readonly address: string; hits(): number; stop(): void }>;
