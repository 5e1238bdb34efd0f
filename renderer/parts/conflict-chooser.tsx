import { Button, Group, Radio, Table } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActionTrouble } from "../../main/contract/shapes/action";
import { useCommand } from "../hooks/use-command";
import { phrase } from "../text/phrase";
import { Allowed } from "./allowed";
import { Editable } from "./editable";
import { FaultNotice } from "./fault-notice";
import "./conflict-chooser.css";

type Choice = "wanted" | "found";
type Difference = ActionTrouble["differences"][number];

interface ConflictChooserProps {
  readonly stepId: string;
  readonly differences: readonly Difference[];
}

/** A conflict side by side: for every field, what was wanted or what the panel has now. Nothing is chosen beforehand. */
export function ConflictChooser({ stepId, differences }: ConflictChooserProps) {
  const { t } = useTranslation();
  const resolve = useCommand("action.resolve");
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const chosen = differences.map(({ field }) => choices[field]);
  const isComplete = chosen.every((choice) => choice !== undefined);
  const leavesAll = chosen.every((choice) => choice === "found");
  return (
    <form
      className="conflict"
      onSubmit={(event) => {
        event.preventDefault();
        void resolve.run({ id: stepId, choices });
      }}
    >
      <Editable by="action.resolve">
        <Table className="conflict-table" verticalSpacing={6} horizontalSpacing="xs" layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="18%">{t("parts.field")}</Table.Th>
              <Table.Th>{t("parts.seen")}</Table.Th>
              <Table.Th>{t("parts.wanted")}</Table.Th>
              <Table.Th>{t("parts.found")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differences.map((one) => (
              <ConflictRow
                key={one.field}
                difference={one}
                choice={choices[one.field]}
                name={`${stepId} ${one.field}`}
                onChoose={(choice) => {
                  setChoices((before) => ({ ...before, [one.field]: choice }));
                }}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Editable>
      <FaultNotice fault={resolve.fault} />
      <Allowed to="action.resolve">
        <Group gap="xs">
          <Button type="submit" variant="light" disabled={!isComplete} loading={resolve.isRunning}>
            {t(isComplete && leavesAll ? "parts.conflict.leave" : "parts.conflict.send")}
          </Button>
          {isComplete ? null : <span className="quiet">{t("parts.conflict.choose")}</span>}
        </Group>
      </Allowed>
    </form>
  );
}

interface ConflictRowProps {
  readonly difference: Difference;
  readonly choice: Choice | undefined;
  readonly name: string;
  readonly onChoose: (choice: Choice) => void;
}

function ConflictRow({ difference, choice, name, onChoose }: ConflictRowProps) {
  const { t } = useTranslation();
  const words = (value: string): string => (value === "" ? t("parts.conflict.nothing") : phrase(value));
  const option = (value: Choice) => (
    <Radio
      name={name}
      label={words(difference[value])}
      aria-label={t(`parts.conflict.${value}`, { field: phrase(difference.field), value: words(difference[value]) })}
      checked={choice === value}
      onChange={() => {
        onChoose(value);
      }}
    />
  );
  return (
    <Table.Tr>
      <Table.Th scope="row">{phrase(difference.field)}</Table.Th>
      <Table.Td>{words(difference.seen)}</Table.Td>
      <Table.Td>{option("wanted")}</Table.Td>
      <Table.Td>{option("found")}</Table.Td>
    </Table.Tr>
  );
}
