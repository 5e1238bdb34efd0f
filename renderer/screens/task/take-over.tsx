import { Anchor } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";

/** Offers a value that the panel knows for a field that is empty or differs. */
export function TakeOver({ text, onTake }: { readonly text: string; readonly onTake: () => void }) {
  return (
    <Anchor component="button" type="button" size="xs" mt={4} className="take-over" onClick={onTake}>
      <IconArrowBackUp size="1.1em" aria-hidden />
      {text}
    </Anchor>
  );
}
