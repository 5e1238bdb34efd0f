import { TextInput, type TextInputProps } from "@mantine/core";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { isUnknownServer, useServer } from "../servers/use-server";
import { TakeOver } from "./take-over";
import { serverIdIn, type CardForm } from "./use-card-form";

interface IdentifierFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly detail: TaskDetail;
  readonly form: CardForm;
  readonly binding: TextInputProps;
}

/** The id that links the card to the server in the panel; an unknown one is told at once. */
export function IdentifierField({ ref, detail: { task }, form, binding }: IdentifierFieldProps) {
  const { t } = useTranslation();
  const typed = form.fields.identifier.trim();
  const serverId = serverIdIn(typed);
  const server = useServer(task.moduleId, serverId);
  const panel = task.moduleName;
  const isUnknown = isUnknownServer(server.fault);
  const ownIssue =
    typed !== "" && serverId === null
      ? t("task.identifierNotNumber")
      : isUnknown
        ? t("task.identifierUnknown", { panel, id: typed })
        : null;
  const name = server.value?.facts.name ?? "";
  return (
    <div>
      <TextInput
        {...binding}
        ref={ref}
        inputMode="numeric"
        className="mono-input"
        placeholder={t("task.hints.identifier", { panel })}
        error={ownIssue ?? binding.error ?? null}
      />
      {name !== "" && form.fields.label.trim() === "" ? (
        <TakeOver
          text={t("task.takePanelName", { name })}
          onTake={() => {
            form.change("label", name);
          }}
        />
      ) : null}
    </div>
  );
}
