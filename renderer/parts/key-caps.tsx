import { Kbd } from "@mantine/core";
import type { CommandId } from "../commands";
import { keyCaps } from "../keyboard";

/** The keys of a shortcut, drawn as keys. */
export function KeyCaps({ id }: { readonly id: CommandId }) {
  return (
    <span className="keycaps">
      {keyCaps(id).map((cap) => (
        <Kbd key={cap} size="xs">
          {cap}
        </Kbd>
      ))}
    </span>
  );
}
