import { WarningLine } from "../../parts/warning-line";

/** The warnings below a field; nothing where there are none. */
export function FieldWarnings({ messages }: { readonly messages: readonly string[] }) {
  return messages.map((message) => <WarningLine key={message}>{message}</WarningLine>);
}
