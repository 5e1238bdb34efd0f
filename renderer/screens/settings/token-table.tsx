import { Button, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Token } from "../../../main/contract/shapes/operator";
import { useNow } from "../../hooks/use-now";
import { useRight } from "../../hooks/use-right";
import { RelativeTime } from "../../parts/relative-time";
import { formatDateTime } from "../../text/format";

interface TokenTableProps {
  readonly tokens: readonly Token[];
  readonly onRemove: (token: Token) => void;
}

/** Which script signs in as whom, for what, how long, and when it last did. */
export function TokenTable({ tokens, onRemove }: TokenTableProps) {
  const { t } = useTranslation();
  const mayRemove = useRight("token.remove");
  return (
    <Table className="settings-table" aria-label={t("settings.section.scripts")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("settings.scripts.name")}</Table.Th>
          <Table.Th>{t("settings.scripts.operator")}</Table.Th>
          <Table.Th>{t("settings.scripts.expires")}</Table.Th>
          <Table.Th>{t("settings.scripts.lastUsed")}</Table.Th>
          {mayRemove ? <Table.Th aria-label={t("settings.scripts.remove")} /> : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tokens.map((token) => (
          <Table.Tr key={token.id}>
            <Table.Td className="settings-table-name">
              {token.name}
              <details className="token-calls quiet">
                <summary>{t("settings.scripts.callCount", { count: token.calls.length })}</summary>
                <span className="mono">{token.calls.join(", ")}</span>
              </details>
            </Table.Td>
            <Table.Td>{token.operator}</Table.Td>
            <Table.Td>
              <Expiry at={token.expiresAt} />
            </Table.Td>
            <Table.Td>
              {token.lastUsedAt === null ? (
                <span className="quiet">{t("settings.scripts.neverUsed")}</span>
              ) : (
                <RelativeTime at={token.lastUsedAt} />
              )}
            </Table.Td>
            {mayRemove ? (
              <Table.Td className="settings-table-actions">
                <Button
                  variant="default"
                  aria-label={t("settings.scripts.removeOf", { name: token.name })}
                  onClick={() => {
                    onRemove(token);
                  }}
                >
                  {t("settings.scripts.remove")}
                </Button>
              </Table.Td>
            ) : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Expiry({ at }: { readonly at: number | null }) {
  const { t } = useTranslation();
  const now = useNow();
  if (at === null) return <span className="quiet">{t("settings.scripts.neverExpires")}</span>;
  if (at <= now) return <span className="quiet">{t("settings.scripts.expired", { when: formatDateTime(at) })}</span>;
  return <RelativeTime at={at} />;
}
