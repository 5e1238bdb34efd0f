import { TextInput, type TextInputProps } from "@mantine/core";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { isUnknownServer, useServer } from "../servers/use-server";
import { TakeOver } from "./take-over";
import { linkedServerId, type CardForm } from "./use-card-form";

interface IdentifierFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly detail: TaskDetail;
  readonly form: CardForm;
  readonly binding: TextInputProps;
}

/** The id that links the card to the server in the panel; an unknown one is told at once. Without a panel it is any text. */
export function IdentifierField({ ref, detail: { task }, form, binding }: IdentifierFieldProps) {
  const { t } = useTranslation();
  const typed = form.fields.identifier.trim();
  const hasPanel = task.moduleType !== "manual";
  const serverId = linkedServerId(task, typed);
  const server = useServer(task.moduleId, serverId);
  const panel = task.moduleName;
  const isUnknown = isUnknownServer(server.fault);
  const ownIssue =
    hasPanel && typed !== "" && serverId === null
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
        inputMode={hasPanel ? "numeric" : "text"}
        className="mono-input"
        placeholder={hasPanel ? t("task.hints.identifier", { panel }) : t("task.hints.identifierManual")}
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
