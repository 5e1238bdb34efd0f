import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../hooks/use-shortcut";
import { keyCaps } from "../keyboard";
import { FaultNotice } from "../parts/fault-notice";
import { useConsole } from "../stores/console-store";
import { Finder } from "./finder";
import { FinderDialog } from "./finder-dialog";
import { openAllOf, openHit } from "./open-hit";
import "./search-box.css";
import { choicesOf, type SearchChoice } from "./search-choices";
import { useSearchHits } from "./search-hits";
import { SearchLine } from "./search-line";

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
    <FinderDialog
      isOpen={isOpen}
      label={t("search.title")}
      onClose={() => {
        showSearch(false);
      }}
    >
      <SearchFinder />
    </FinderDialog>
  );
}

function SearchFinder() {
  const { t } = useTranslation();
  const showSearch = useConsole((state) => state.showSearch);
  const [text, setText] = useState("");
  const { answer, fault, isSettled } = useSearchHits(text);
  const groups = answer === null ? [] : choicesOf(answer);
  return (
    <Finder
      label={t("search.title")}
      results={t("search.results")}
      placeholder={t("search.placeholder")}
      text={text}
      groups={groups.map(({ kind, choices }) => ({ title: t(`search.kind.${kind}`), choices }))}
      isSettled={isSettled}
      line={(choice) => <SearchLine choice={choice} />}
      onType={setText}
      onChoose={(choice: SearchChoice) => {
        showSearch(false);
        if ("hit" in choice) openHit(choice.hit);
        else openAllOf(choice.allOf, text);
      }}
    >
      <FaultNotice fault={fault} />
      {groups.length === 0 ? (
        <p className="finder-note quiet" role="status">
          {text.trim() === "" ? t("search.hint") : isSettled && !fault ? t("search.nothing") : t("search.looking")}
        </p>
      ) : null}
    </Finder>
  );
}
