import { Modal } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../hooks/use-shortcut";
import { keyCaps } from "../keyboard";
import { FaultNotice } from "../parts/fault-notice";
import { useConsole } from "../stores/console-store";
import { openAllOf, openHit } from "./open-hit";
import "./search-box.css";
import { choicesOf, type SearchChoice } from "./search-choices";
import { useSearchHits } from "./search-hits";
import { SearchResults } from "./search-results";

/** Opens the search over everything. */
export function SearchButton() {
  const { t } = useTranslation();
  const showSearch = useConsole((state) => state.showSearch);
  const show = (): void => {
    showSearch(true);
  };
  useShortcut("findAnything", show);
  return (
    <button
      type="button"
      className="rail-item search-button"
      onClick={show}
      title={`${t("search.title")} (${keyCaps("findAnything").join(" ")})`}
    >
      <IconSearch size={18} stroke={1.7} aria-hidden />
      <span className="rail-name">{t("search.open")}</span>
    </button>
  );
}

/** One search over everything: numbers, labels, serials, addresses, racks, customers. Enter goes where the text leads. */
export function SearchBox() {
  const { t } = useTranslation();
  const isOpen = useConsole((state) => state.isSearchOpen);
  const showSearch = useConsole((state) => state.showSearch);
  return (
    <Modal.Root
      opened={isOpen}
      onClose={() => {
        showSearch(false);
      }}
      yOffset="10vh"
      size={640}
      padding={0}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content aria-label={t("search.title")}>
        <SearchDialog />
      </Modal.Content>
    </Modal.Root>
  );
}

function SearchDialog() {
  const { t } = useTranslation();
  const showSearch = useConsole((state) => state.showSearch);
  const listId = useId();
  const [text, setText] = useState("");
  const [cursorKey, setCursorKey] = useState<string | null>(null);
  const [isEntered, setIsEntered] = useState(false);
  const { answer, fault, isSettled } = useSearchHits(text);
  const groups = answer === null ? [] : choicesOf(answer);
  const choices = groups.flatMap((group) => group.choices);
  const cursor = Math.max(0, choices.findIndex(({ key }) => key === cursorKey)); // prettier-ignore
  const choose = (choice: SearchChoice): void => {
    showSearch(false);
    if ("hit" in choice) openHit(choice.hit);
    else openAllOf(choice.allOf, text);
  };
  const chosen = choices[cursor];
  useEffect(() => {
    // Enter was pressed before the answer to the text was there.
    if (!isEntered || !isSettled) return;
    setIsEntered(false);
    if (chosen) choose(chosen);
  });
  const move = (by: number): void => {
    setCursorKey(choices[(cursor + by + choices.length) % choices.length]?.key ?? null);
  };
  return (
    <div className="search-box" aria-busy={!isSettled}>
      <div className="search-field">
        <IconSearch size={18} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={t("search.title")}
          aria-expanded={choices.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${listId}-${String(cursor)}` : undefined}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={t("search.placeholder")}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setCursorKey(null);
            setIsEntered(false);
          }}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
              event.preventDefault();
              if (choices.length > 0) move(event.key === "ArrowDown" ? 1 : -1);
            } else if (event.key === "Enter" && text.trim() !== "") {
              event.preventDefault();
              setIsEntered(true);
            }
          }}
        />
      </div>
      <FaultNotice fault={fault} />
      <SearchResults
        id={listId}
        groups={groups}
        chosenKey={chosen?.key ?? null}
        onChoose={choose}
        onHover={setCursorKey}
      />
      {choices.length === 0 ? (
        <p className="search-note quiet" role="status">
          {text.trim() === "" ? t("search.hint") : isSettled && !fault ? t("search.nothing") : t("search.looking")}
        </p>
      ) : null}
    </div>
  );
}
