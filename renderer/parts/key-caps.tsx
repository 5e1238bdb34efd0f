import { Kbd } from "@mantine/core";
import { keyCaps, type ShortcutId } from "../keyboard";

/** The keys of a shortcut, drawn as keys. */
export function KeyCaps({ id }: { readonly id: ShortcutId }) {
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
