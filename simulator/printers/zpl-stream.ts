/** What stands in a stream of ZPL: a whole format, or an immediate command that begins with a tilde. */
export type ZplItem =
  | { readonly type: "format"; readonly text: string }
  | { readonly type: "command"; readonly name: string; readonly isInFormat: boolean };

export interface ZplStream {
  hear(bytes: Uint8Array): readonly ZplItem[];
}

/** Commands that a printer carries out the moment it reads them, wherever they stand. */
const immediate = /~(HS|HI|HD|HM|JA|PS|PP|PH|JR)/;

/** Takes ZPL apart as it arrives. Whatever stands outside of formats and is no command is dropped, as printers do. */
export function createZplStream(): ZplStream {
  let rest = Buffer.alloc(0);
  /** Latin-1, so that every byte is one character; a format is read as UTF-8 when it is whole. */
  let format: string | undefined;
  return {
    hear(bytes) {
      const items: ZplItem[] = [];
      let text = Buffer.concat([rest, bytes]).toString("latin1");
      for (;;) {
        const next = /\^XA|\^XZ/.exec(text);
        const command = immediate.exec(text);
        if (command && (!next || command.index < next.index)) {
          if (format !== undefined) format += text.slice(0, command.index);
          text = text.slice(command.index + command[0].length);
          items.push({ type: "command", name: command[0], isInFormat: format !== undefined });
        } else if (next) {
          const before = text.slice(0, next.index);
          text = text.slice(next.index + 3);
          if (next[0] === "^XA") format = "^XA";
          else if (format !== undefined) {
            items.push({ type: "format", text: Buffer.from(`${format}${before}^XZ`, "latin1").toString("utf8") });
            format = undefined;
          }
        } else break;
      }
      // The beginning of a command may be the end of what has arrived.
      const kept = /[\^~][A-Z]?$/.exec(text)?.[0] ?? "";
      if (format !== undefined) format += text.slice(0, text.length - kept.length);
      rest = Buffer.from(kept, "latin1");
      return items;
    },
  };
}
