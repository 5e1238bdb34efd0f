import { SegmentedControl, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Dialect, ModuleType } from "../../../main/contract/shapes/module";
import { SecretField } from "../../parts/secret-field";
import type { ConnectionTrouble } from "./connection-fault";

export interface ConnectionValues {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Used for DSmanager only. */
  readonly dialect: Dialect;
}

const dialects = ["dsmanager", "dcimanager5"] as const;

interface ConnectionFieldsProps {
  readonly type: Exclude<ModuleType, "manual">;
  readonly values: ConnectionValues;
  readonly trouble: ConnectionTrouble | null;
  /** Said below the password, where one is stored already. */
  readonly passwordHint?: string;
  readonly onChange: (values: Partial<ConnectionValues>) => void;
}

/** Where the panel is and how to sign in to it; what is wrong stands by its field. */
export function ConnectionFields({ type, values, trouble, passwordHint, onChange }: ConnectionFieldsProps) {
  const { t } = useTranslation();
  const messages = trouble?.kind === "fields" ? trouble.messages : {};
  return (
    <>
      {type === "dsmanager" ? (
        <div>
          <Text fw={500} mb={4}>
            {t("modules.field.dialect")}
          </Text>
          <SegmentedControl
            aria-label={t("modules.field.dialect")}
            value={values.dialect}
            data={dialects.map((value) => ({ value, label: t(`modules.dialect.${value}`) }))}
            onChange={(value) => {
              onChange({ dialect: dialects.find((one) => one === value) ?? values.dialect });
            }}
          />
          <Text c="dimmed" size="xs" mt={4}>
            {t("modules.field.dialectHint")}
          </Text>
          {messages.dialect === undefined ? null : <Text c="red">{messages.dialect}</Text>}
        </div>
      ) : null}
      <TextInput
        withAsterisk
        label={t("modules.field.url")}
        placeholder={t(`modules.field.urlPlaceholder.${type}`)}
        inputMode="url"
        spellCheck={false}
        maxLength={300}
        value={values.url}
        error={messages.url}
        onChange={(event) => {
          onChange({ url: event.currentTarget.value });
        }}
        onBlur={() => {
          if (/^[^\s:/]+\.[^\s:/]+/u.test(values.url)) onChange({ url: `https://${values.url}` });
        }}
      />
      <TextInput
        withAsterisk
        label={t("modules.field.username")}
        description={t(`modules.field.usernameHint.${type}`)}
        placeholder={t(`modules.field.usernamePlaceholder.${type}`)}
        inputMode={type === "dsmanager" ? "text" : "email"}
        spellCheck={false}
        maxLength={200}
        value={values.username}
        error={messages.username}
        onChange={(event) => {
          onChange({ username: event.currentTarget.value });
        }}
      />
      <SecretField
        withAsterisk
        label={t("modules.field.password")}
        description={passwordHint}
        maxLength={500}
        value={values.password}
        error={messages.password}
        aria-invalid={messages.password !== undefined}
        onChange={(password) => {
          onChange({ password });
        }}
      />
    </>
  );
}
