import { ActionIcon, Button, Chip, Indicator, Popover, Select, Stack, TextInput } from "@mantine/core";
import { IconFilter, IconX } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../text/format";
import type { AnyList } from "./use-list";

/** A filter of a list: one of some values, on and off, or a day. */
export interface FilterChoice {
  readonly name: string;
  readonly label: string;
  /** What an open filter is called; null for one that is on or off. */
  readonly any: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Its value is a day as `YYYY-MM-DD`; `any` stands before it. */
  readonly isDay?: boolean;
  /** Stands beside the search also where there is little room. */
  readonly isMain?: boolean;
  readonly widthPx?: number;
}

interface ListFiltersProps {
  readonly list: AnyList;
  readonly choices: readonly FilterChoice[];
  readonly isWide: boolean;
}

/** The filters beside the search; where there is little room, those that are not used all the time fold into one button. */
export const ListFilters = memo(DrawnFilters);

function DrawnFilters({ list, choices, isWide }: ListFiltersProps) {
  const shown = choices.filter(({ isMain }) => isWide || isMain === true);
  const folded = choices.filter((choice) => !shown.includes(choice));
  return (
    <>
      {shown.map((choice) => (
        <FilterField key={choice.name} list={list} choice={choice} widthPx={choice.widthPx ?? 150} />
      ))}
      {folded.length > 0 ? <FoldedFilters list={list} choices={folded} /> : null}
    </>
  );
}

interface FilterFieldProps {
  readonly list: AnyList;
  readonly choice: FilterChoice;
  readonly widthPx: number | "100%";
}

function FilterField({ list, choice, widthPx }: FilterFieldProps) {
  const { name, label, any, options, isDay } = choice;
  const value = list.filters[name] ?? "";
  const change = (next: string): void => {
    list.change(name, next);
  };
  if (any === null) {
    return (
      <Chip
        size="xs"
        checked={value !== ""}
        onChange={(isChecked) => {
          change(isChecked ? "yes" : "");
        }}
      >
        {label}
      </Chip>
    );
  }
  if (isDay === true) {
    return (
      <TextInput
        w={widthPx}
        size="xs"
        type="date"
        aria-label={label}
        leftSection={<span aria-hidden>{any}</span>}
        leftSectionWidth={44}
        value={value}
        onChange={(event) => {
          change(event.currentTarget.value);
        }}
      />
    );
  }
  return (
    <Select
      w={widthPx}
      size="xs"
      aria-label={label}
      allowDeselect={false}
      searchable={options.length > 8}
      data-filled={value !== "" || undefined}
      value={value}
      data={[{ value: "", label: any }, ...options]}
      onChange={(next) => {
        change(next ?? "");
      }}
    />
  );
}

function FoldedFilters({ list, choices }: { readonly list: AnyList; readonly choices: readonly FilterChoice[] }) {
  const { t } = useTranslation();
  const count = choices.filter(({ name }) => (list.filters[name] ?? "") !== "").length;
  const label = count === 0 ? t("lists.filters") : t("lists.activeFilters", { count });
  return (
    <Popover position="bottom-end" trapFocus withinPortal>
      <Indicator disabled={count === 0} label={formatNumber(count)} size={16} zIndex={1}>
        <Popover.Target>
          <ActionIcon aria-label={label} title={label} variant="default">
            <IconFilter size="1.1em" aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label={t("lists.filters")}>
        <Stack gap="xs" w={220}>
          {choices.map((choice) => (
            <FilterField key={choice.name} list={list} choice={choice} widthPx="100%" />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The folded filters that narrow the list, each to be taken away with one press. */
export function ActiveFilters({ list, choices, isWide }: ListFiltersProps) {
  const { t } = useTranslation();
  const active = choices.filter(({ name, isMain }) => !isWide && isMain !== true && (list.filters[name] ?? "") !== "");
  if (active.length === 0) return null;
  return (
    <div className="active-filters">
      {active.map((choice) => {
        const { name } = choice;
        const words = wordsOf(choice, list.filters[name] ?? "");
        return (
          <Button
            key={name}
            size="compact-xs"
            variant="light"
            rightSection={<IconX size="0.9em" aria-hidden />}
            aria-label={t("lists.removeFilter", { name: words })}
            onClick={() => {
              list.change(name, "");
            }}
          >
            {words}
          </Button>
        );
      })}
    </div>
  );
}

function wordsOf({ label, any, options, isDay }: FilterChoice, value: string): string {
  if (any === null) return label;
  if (isDay === true) return `${any} ${value}`;
  return options.find((one) => one.value === value)?.label ?? value;
}
