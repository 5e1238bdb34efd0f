import { Anchor, Checkbox, Group, Input, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallName } from "../../../main/contract/calls";
import { phrase } from "../../text/phrase";
import { matchingCalls, type OfferedCall } from "./token-calls";

interface CallPickerProps {
  readonly offered: readonly OfferedCall[];
  readonly chosen: ReadonlySet<CallName>;
  readonly issue: string | undefined;
  readonly onChange: (chosen: ReadonlySet<CallName>) => void;
}

/** The calls that a script may make, ticked in the list of all that its operator may. */
export function CallPicker({ offered, chosen, issue, onChange }: CallPickerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const shown = matchingCalls(offered, search);
  const toggle = (name: CallName): void => {
    onChange(new Set(chosen.has(name) ? [...chosen].filter((one) => one !== name) : [...chosen, name]));
  };
  return (
    <Input.Wrapper
      label={t("settings.scripts.calls")}
      description={t("settings.scripts.chosen", { count: chosen.size, total: offered.length })}
      error={issue ?? null}
      labelElement="div"
    >
      <Group gap="md" my={6}>
        <TextInput
          flex={1}
          aria-label={t("settings.scripts.searchCalls")}
          placeholder={t("settings.scripts.searchCalls")}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
          }}
        />
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            onChange(new Set(offered.filter(({ effect }) => effect === "read").map(({ name }) => name)));
          }}
        >
          {t("settings.scripts.allReading")}
        </Anchor>
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            onChange(new Set());
          }}
        >
          {t("settings.scripts.none")}
        </Anchor>
      </Group>
      <div className="call-picker" role="group" aria-label={t("settings.scripts.calls")} tabIndex={0}>
        {shown.length === 0 ? <span className="quiet">{t("settings.scripts.noCall")}</span> : null}
        {shown.map(({ name, summary, effect }) => (
          <Checkbox
            key={name}
            checked={chosen.has(name)}
            label={
              <>
                <span className="mono">{name}</span>
                {effect === "write" ? <span className="call-writes">{t("settings.scripts.writes")}</span> : null}
              </>
            }
            description={phrase(summary)}
            onChange={() => {
              toggle(name);
            }}
          />
        ))}
      </div>
    </Input.Wrapper>
  );
}
