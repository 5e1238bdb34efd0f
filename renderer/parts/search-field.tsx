import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
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
export function SearchField({ value, placeholder, onSearch }: SearchFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  useShortcut("focusSearch", () => {
    field.current?.select();
  });
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => {
      onSearch(text);
    }, searchDelayMs);
    return () => {
      clearTimeout(timer);
    };
  }, [text, value, onSearch]);

  const clear = (): void => {
    setText("");
    onSearch("");
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
