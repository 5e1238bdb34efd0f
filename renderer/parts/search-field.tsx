import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../hooks/use-shortcut";

interface SearchFieldProps {
  readonly value: string;
  readonly placeholder: string;
  /** Called a moment after the last key. */
  readonly onSearch: (text: string) => void;
}

const searchDelayMs = 200;

/** The search of a list; `/` jumps into it, Escape empties and leaves it. */
export const SearchField = memo(DrawnSearchField);

function DrawnSearchField({ value, placeholder, onSearch }: SearchFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useShortcut("focusSearch", () => {
    field.current?.select();
  });
  useEffect(() => {
    // Changed from outside, for example by clearing all filters.
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);

  const send = useDebouncedCallback((next: string) => {
    sent.current = next;
    onSearch(next);
  }, searchDelayMs);
  const clear = (): void => {
    setText("");
    send("");
  };
  return (
    <TextInput
      ref={field}
      type="search"
      flex={1}
      miw={140}
      maxLength={120}
      placeholder={placeholder}
      aria-label={placeholder}
      value={text}
      leftSection={<IconSearch size="1.1em" aria-hidden />}
      rightSection={text === "" ? null : <CloseButton size="sm" aria-label={t("parts.clearSearch")} onClick={clear} />}
      onChange={(event) => {
        setText(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        if (text === "") event.currentTarget.blur();
        else clear();
      }}
    />
  );
}
