import { Highlight } from "@mantine/core";
import { IconChevronRight, IconListSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyCaps } from "../parts/key-caps";
import { useConsole } from "../stores/console-store";
import { Finder } from "./finder";
import { FinderDialog } from "./finder-dialog";
import { openHit } from "./open-hit";
import "./palette.css";
import { paletteGroups, type PaletteChoice } from "./palette-choices";
import { rememberCommand, usePaletteGroups } from "./palette-entries";
import { useSearchHits } from "./search-hits";

/** Everything that can be done right now, by name, the last ones first; below it what the program knows under the text. */
export function Palette() {
  const { t } = useTranslation();
  const isOpen = useConsole((state) => state.isPaletteOpen);
  const showPalette = useConsole((state) => state.showPalette);
  return (
    <FinderDialog
      isOpen={isOpen}
      label={t("keyboard.openPalette")}
      onClose={() => {
        showPalette(false);
      }}
    >
      <PaletteFinder />
    </FinderDialog>
  );
}

function PaletteFinder() {
  const { t } = useTranslation();
  const showPalette = useConsole((state) => state.showPalette);
  const [text, setText] = useState("");
  const commands = usePaletteGroups();
  const { answer, isSettled } = useSearchHits(text);
  const groups = paletteGroups(commands, text, answer, {
    actions: t("frame.commands.actions"),
    found: t("frame.commands.found"),
  });
  return (
    <Finder
      label={t("frame.palettePlaceholder")}
      results={t("frame.commands.actions")}
      placeholder={t("frame.palettePlaceholder")}
      text={text}
      groups={groups}
      isSettled={isSettled || groups.length > 0}
      line={(choice) => <PaletteLine choice={choice} text={text} />}
      onType={setText}
      onChoose={(choice: PaletteChoice) => {
        showPalette(false);
        if ("hit" in choice) {
          openHit(choice.hit);
          return;
        }
        rememberCommand(choice.entry.id);
        choice.entry.run();
      }}
    >
      {groups.length === 0 ? (
        <p className="finder-note quiet" role="status">
          {t(isSettled ? "frame.paletteEmpty" : "search.looking")}
        </p>
      ) : null}
    </Finder>
  );
}

function PaletteLine({ choice, text }: { readonly choice: PaletteChoice; readonly text: string }) {
  const { t } = useTranslation();
  if ("entry" in choice) {
    const { label, command } = choice.entry;
    return (
      <>
        <IconChevronRight size={16} aria-hidden />
        <Highlight component="span" className="one-line palette-line-label" highlight={text}>
          {label}
        </Highlight>
        {command === null ? null : <KeyCaps id={command} />}
      </>
    );
  }
  const { title, kind, detail, matched } = choice.hit;
  const facts = [t(`search.kind.${kind}`), detail, matched].filter((fact) => fact !== "");
  return (
    <>
      <IconListSearch size={16} aria-hidden />
      <span className="one-line">{title}</span>
      <span className="one-line quiet palette-line-facts">{facts.join(" · ")}</span>
    </>
  );
}
