import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconChevronRight, IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../stores/console-store";
import { KeyCaps } from "../parts/key-caps";
import { matchEntries } from "./match-entries";
import { PaletteHits, usePaletteHits } from "./palette-hits";
import { rememberCommand, usePaletteGroups, type PaletteEntry } from "./palette-entries";

/** Everything that can be done right now, by name; the last ones first. */
export function Palette() {
  const { t } = useTranslation();
  const isOpen = useConsole((state) => state.isPaletteOpen);
  const showPalette = useConsole((state) => state.showPalette);
  const [query, setQuery] = useState("");
  const groups = usePaletteGroups(isOpen);
  useEffect(() => {
    if (isOpen) spotlight.open();
  }, [isOpen]);

  const hits = usePaletteHits(isOpen ? query : "");
  const isSearched = query.trim() !== "";
  const found = isSearched
    ? matchEntries(
        groups.flatMap((group) => group.entries),
        query,
      )
    : [];
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      clearQueryOnClose
      onSpotlightClose={() => {
        showPalette(false);
      }}
      scrollable
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      maxHeight={420}
    >
      <Spotlight.Search
        leftSection={<IconSearch size={18} aria-hidden />}
        placeholder={t("frame.palettePlaceholder")}
        aria-label={t("frame.palettePlaceholder")}
      />
      <Spotlight.ActionsList>
        {isSearched
          ? found.map((entry) => <PaletteAction key={entry.id} entry={entry} />)
          : groups.map((group) => (
              <Spotlight.ActionsGroup key={group.title} label={group.title}>
                {group.entries.map((entry) => (
                  <PaletteAction key={entry.id} entry={entry} />
                ))}
              </Spotlight.ActionsGroup>
            ))}
        <PaletteHits hits={hits} />
        {isSearched && found.length + hits.length === 0 ? (
          <Spotlight.Empty>{t("frame.paletteEmpty")}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function PaletteAction({ entry }: { readonly entry: PaletteEntry }) {
  return (
    <Spotlight.Action
      label={entry.label}
      highlightQuery
      leftSection={<IconChevronRight size={16} aria-hidden />}
      rightSection={entry.command === null ? null : <KeyCaps id={entry.command} />}
      onClick={() => {
        rememberCommand(entry.id);
        entry.run();
      }}
    />
  );
}
