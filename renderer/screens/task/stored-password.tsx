import { Anchor, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useState } from "react";
import { useCommand } from "../../hooks/use-command";
import { Copyable } from "../../parts/copyable";
import { FaultNotice } from "../../parts/fault-notice";

/** The stored password behind one click; looking at it leaves a line in the journal. */
export function StoredPassword({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation();
  const reveal = useCommand("card.reveal");
  const [password, setPassword] = useState<string | null>(null);
  const show = async (): Promise<void> => {
    const result = await reveal.run({ taskId });
    if (result.ok) setPassword(result.value.password);
  };
  if (password !== null) return <Copyable text={password} />;
  return (
    <Group gap="xs">
      <Anchor component="button" type="button" size="sm" disabled={reveal.isRunning} onClick={() => void show()}>
        {t("task.reveal")}
      </Anchor>
      <FaultNotice fault={reveal.fault} />
    </Group>
  );
}
