import { Anchor, Button, Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../../main/contract/faults";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { useRight } from "../../hooks/use-right";

interface DirectorySelectProps {
  readonly label: string;
  readonly description?: string;
  readonly entries: readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (id: string | null) => void;
  readonly mayAdd: boolean;
  readonly onAdd: (name: string) => Promise<Result<{ readonly id: string }>>;
}

type BoundSelectProps = Pick<DirectorySelectProps, "value" | "error" | "onChange">;

export function DataCentreSelect(props: BoundSelectProps) {
  const { t } = useTranslation();
  const entries = useQuery("data-centre.list", {});
  const add = useCommand("data-centre.add");
  const mayAdd = useRight("data-centre.add");
  return (
    <DirectorySelect
      {...props}
      label={t("modules.field.dataCentre")}
      entries={entries.value}
      mayAdd={mayAdd}
      onAdd={(name) => add.run({ name })}
    />
  );
}

export function DepartmentSelect(props: BoundSelectProps) {
  const { t } = useTranslation();
  const entries = useQuery("department.list", {});
  const add = useCommand("department.add");
  const mayAdd = useRight("department.add");
  return (
    <DirectorySelect
      {...props}
      label={t("modules.field.department")}
      description={t("modules.field.departmentHint")}
      entries={entries.value}
      mayAdd={mayAdd}
      onAdd={(name) => add.run({ name })}
    />
  );
}

/** Chooses an entry of a short directory, or adds one without leaving the form. */
function DirectorySelect({ label, description, entries, value, error, mayAdd, onChange, onAdd }: DirectorySelectProps) {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  if (mayAdd && (isAdding || entries?.length === 0)) {
    return (
      <NewEntry
        label={t("modules.field.newName", { what: label })}
        error={error}
        onAdd={onAdd}
        onAdded={(id) => {
          setIsAdding(false);
          onChange(id);
        }}
        onCancel={
          entries?.length === 0
            ? undefined
            : () => {
                setIsAdding(false);
              }
        }
      />
    );
  }
  return (
    <div>
      <Select
        withAsterisk
        searchable
        openOnFocus={false}
        label={label}
        description={description}
        inputWrapperOrder={["label", "input", "error", "description"]}
        placeholder={t("modules.field.choose")}
        data={(entries ?? []).map((entry) => ({ value: entry.id, label: entry.name }))}
        value={value}
        error={error}
        onChange={onChange}
      />
      {mayAdd ? (
        <Anchor
          component="button"
          type="button"
          size="xs"
          mt={4}
          onClick={() => {
            setIsAdding(true);
          }}
        >
          {t("modules.field.addNew")}
        </Anchor>
      ) : null}
    </div>
  );
}

interface NewEntryProps {
  readonly label: string;
  readonly error: string | undefined;
  readonly onAdd: DirectorySelectProps["onAdd"];
  readonly onAdded: (id: string) => void;
  readonly onCancel: (() => void) | undefined;
}

function NewEntry({ label, error, onAdd, onAdded, onCancel }: NewEntryProps) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [message, setMessage] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    const result = await onAdd(name.trim());
    if (result.ok) onAdded(result.value.id);
    else
      setMessage(
        result.fault.kind === "invalid-input" ? (result.fault.issues[0]?.message ?? "") : result.fault.message,
      );
  };
  return (
    <div>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          flex={1}
          withAsterisk
          label={label}
          maxLength={80}
          value={name}
          error={message ?? error}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setMessage(null);
          }}
          onKeyDown={(event) => {
            // Enter belongs to this entry, not to the form around it.
            if (event.key !== "Enter" || event.ctrlKey) return;
            event.preventDefault();
            void add();
          }}
        />
        <Button variant="default" mt="1.35rem" disabled={name.trim() === ""} onClick={() => void add()}>
          {t("modules.field.addIt")}
        </Button>
      </Group>
      {onCancel ? (
        <Anchor component="button" type="button" size="xs" mt={4} onClick={onCancel}>
          {t("modules.field.chooseInstead")}
        </Anchor>
      ) : null}
    </div>
  );
}
