import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { useRight } from "../../hooks/use-right";
import { Copyable } from "../../parts/copyable";
import { FactTable } from "../../parts/fact-table";
import { ForecastLines } from "./forecast-lines";
import { StoredPassword } from "./stored-password";

/** The card while it cannot be edited: before it is accepted, or after it was closed. */
export function CardFacts({ detail: { task, card } }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation();
  const mayAccept = useRight("task.accept");
  const text = (field: "identifier" | "label" | "rack" | "url" | "username", isCode = true) => ({
    label: field === "identifier" ? t(`task.identifier.${task.moduleType}`) : t(`task.fields.${field}`),
    value: card[field] === "" ? null : isCode ? <Copyable text={card[field]} /> : card[field],
    missing: t(`task.missing.${field}`),
  });
  return (
    <>
      <h2 className="section-title">{t("task.card")}</h2>
      {task.state === "open" && mayAccept ? <Text c="dimmed">{t("task.acceptToEdit")}</Text> : null}
      <FactTable
        facts={[
          text("identifier"),
          text("label", false),
          text("rack", false),
          text("url"),
          text("username"),
          {
            label: t("task.fields.password"),
            value: card.hasPassword ? <StoredPassword taskId={task.id} /> : null,
            missing: t("task.missing.password"),
          },
        ]}
      />
      {task.endedAt === null && task.moduleType === "dcimanager6-colocation" ? (
        <ForecastLines taskId={task.id} moduleId={task.moduleId} rack={card.rack} />
      ) : null}
    </>
  );
}
