import { TextInput } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CardFields, TaskDetail } from "../../../main/contract/shapes/task";
import { useFormHistory } from "../../hooks/use-form-history";
import { useShortcut } from "../../hooks/use-shortcut";
import { FormDraftState } from "../../parts/form-draft-notice";
import { SecretField } from "../../parts/secret-field";
import { CardDraftNotice } from "./card-draft-notice";
import { ForecastLines } from "./forecast-lines";
import { IdentifierField } from "./identifier-field";
import { RackField } from "./rack-field";
import { StoredPassword } from "./stored-password";
import type { CardForm as CardFormState } from "./use-card-form";

interface CardFormProps {
  readonly detail: TaskDetail;
  readonly form: CardFormState;
  /** Messages of the last attempt to close, by field. */
  readonly issues: Readonly<Record<string, string>>;
  readonly onSubmit: () => void;
}

/** The card as a form. Every key is kept: the draft is saved half a second after the last one. */
export function CardForm({ detail, form, issues, onSubmit }: CardFormProps) {
  const { t } = useTranslation();
  const { task, card } = detail;
  const first = useRef<HTMLInputElement>(null);
  useShortcut("editCard", () => {
    first.current?.focus();
  });
  useShortcut("submitForm", onSubmit);
  useFormHistory({ values: form.fields, isTouched: form.isTouched, apply: form.replace });

  const bind = (field: keyof CardFields) => ({
    label: field === "identifier" ? t(`task.identifier.${task.moduleType}`) : t(`task.fields.${field}`),
    value: form.fields[field],
    error: issues[field] ?? null,
    maxLength: 2000,
    onBlur: form.flush,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      form.change(field, event.currentTarget.value);
    },
  });

  return (
    <form
      className="card-form"
      aria-label={t("task.card")}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className="section-head">
        <h2 className="section-title">{t("task.card")}</h2>
        <FormDraftState draft={{ state: form.safety }} />
      </div>
      <CardDraftNotice taskId={task.id} form={form} />
      <IdentifierField ref={first} detail={detail} form={form} binding={bind("identifier")} />
      <TextInput {...bind("label")} dir="auto" placeholder={t("task.hints.label")} />
      <RackField detail={detail} form={form} binding={bind("rack")} />
      {task.moduleType === "dcimanager6-colocation" ? (
        <ForecastLines taskId={task.id} moduleId={task.moduleId} rack={form.fields.rack} />
      ) : null}
      <TextInput {...bind("url")} className="mono-input" placeholder="https://" />
      <div className="card-form-pair">
        <TextInput {...bind("username")} autoComplete="off" />
        <SecretField
          {...bind("password")}
          onChange={(text) => {
            form.change("password", text);
          }}
          placeholder={card.hasPassword ? t("task.hints.passwordStored") : ""}
        />
      </div>
      {card.hasPassword ? <StoredPassword taskId={task.id} /> : null}
    </form>
  );
}
