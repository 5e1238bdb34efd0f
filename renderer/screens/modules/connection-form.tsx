import { Button, Group } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Module } from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import { useKeptForm } from "../../hooks/use-kept-form";
import { FaultNotice } from "../../parts/fault-notice";
import { CertificateDialog } from "./certificate-dialog";
import { ConnectionFields, type ConnectionValues } from "./connection-fields";
import { connectionTrouble } from "./connection-fault";
import "./module-wizard.css";

interface ConnectionFormProps {
  readonly module: Module;
  readonly onEnd: () => void;
}

/** Changes how the panel is reached. The new connection is tried before it is saved; a failed try keeps the entries. */
export function ConnectionForm({ module, onEnd }: ConnectionFormProps) {
  const { t } = useTranslation();
  const saved = useMemo<ConnectionValues>(
    () => ({
      url: module.url,
      username: module.username,
      password: "",
      dialect: module.dialect ?? "dsmanager",
    }),
    [module.url, module.username, module.dialect],
  );
  const form = useKeptForm(`module connection ${module.id}`, saved);
  const save = useCommand("module.save");
  const [isRefused, setIsRefused] = useState(false);
  const trouble = save.fault ? connectionTrouble(save.fault) : null;
  const question = trouble?.kind === "certificate" && !isRefused ? trouble : null;

  const submit = async (trustedFingerprint: string | null): Promise<void> => {
    setIsRefused(false);
    const { id, revision, name, dataCentreId, departmentId, locationId, sort, isActive } = module;
    const { type } = module;
    if (type === "manual") return;
    const { dialect, ...entered } = form.values;
    const { routeOverrides } = module;
    const connection = {
      type,
      dialect: type === "dsmanager" ? dialect : null,
      ...entered,
      trustedFingerprint,
      routeOverrides,
    };
    const parameters = { name, dataCentreId, departmentId, locationId, sort, isActive };
    const result = await save.run({ id, revision, ...parameters, connection });
    if (!result.ok) return;
    form.forget();
    onEnd();
  };
  const pinned = form.values.url === module.url ? (module.certificate?.fingerprint ?? null) : null;

  if (module.type === "manual") return null;
  return (
    <form
      className="module-wizard"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(pinned);
      }}
    >
      <ConnectionFields
        type={module.type}
        values={form.values}
        trouble={trouble}
        passwordHint={t("modules.field.storedPassword")}
        onChange={(values) => {
          save.clearFault();
          form.change((before) => ({ ...before, ...values }));
        }}
      />
      {trouble?.kind === "form" ? <FaultNotice fault={save.fault} /> : null}
      <Group gap="xs" justify="flex-end">
        <Button
          variant="default"
          onClick={() => {
            form.forget();
            onEnd();
          }}
        >
          {t("modules.detail.keepConnection")}
        </Button>
        <Button type="submit" loading={save.isRunning}>
          {t("modules.detail.saveConnection")}
        </Button>
      </Group>
      <CertificateDialog
        certificate={question?.certificate ?? null}
        isChanged={question?.isChanged ?? false}
        isRunning={save.isRunning}
        onTrust={(fingerprint) => void submit(fingerprint)}
        onRefuse={() => {
          setIsRefused(true);
        }}
      />
    </form>
  );
}
