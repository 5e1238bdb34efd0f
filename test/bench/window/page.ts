import { WebSocket } from "undici";

interface Answer {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: unknown;
}

/** A page of a running Electron, reached over its remote-debugging port: nothing is added to the program that is measured. */
export interface Page {
  /** Evaluates in the page; a promise is waited for. */
  evaluate<Value>(expression: string): Promise<Value>;
  send(method: string, parameters?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): void;
}

/** Connects to a page by its debugger address. */
export async function connectPage(address: string): Promise<Page> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => {
      resolve();
    });
    socket.addEventListener("error", () => {
      reject(new Error("The page's debugger did not answer"));
    });
  });
  socket.addEventListener("message", ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    const asked = answer.id === undefined ? undefined : waiting.get(answer.id);
    if (answer.id === undefined || !asked) return;
    waiting.delete(answer.id);
    if (answer.error) asked.reject(new Error(answer.error.message));
    else asked.resolve(answer.result);
  });
  socket.addEventListener("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("The page is gone"));
    waiting.clear();
  });
  const send = (method: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      socket.send(JSON.stringify({ id: lastId, method, params: parameters }));
    });
  return {
    send,
    async evaluate<Value>(expression: string) {
      const answer = (await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true })) as {
        readonly result: { readonly value?: Value };
        readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
      };
      const { exceptionDetails: failure } = answer;
      if (failure) throw new Error(failure.exception?.description ?? failure.text);
      return answer.result.value as Value;
    },
    close() {
      socket.close();
    },
  };
}
