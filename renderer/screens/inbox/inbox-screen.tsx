import { Button, Chip, Select, VisuallyHidden } from "@mantine/core";
import { IconChecks, IconInbox } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../../main/contract/faults";
import type { MessageRow } from "../../../main/contract/shapes/message";
import { useCommand } from "../../hooks/use-command";
import { usePages } from "../../hooks/use-pages";
import { useQuery } from "../../hooks/use-query";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { markAllRead } from "./mark-all-read";
import { MessageRowView } from "./message-row";
import { useInboxFilter, type InboxFilter } from "./use-inbox-filter";

/** What failed by itself, told to the departments of the operator. Opening a message reads it and goes to its task. */
export function InboxScreen() {
  const { t } = useTranslation();
  const filter = useInboxFilter();
  const { departmentId, onlyUnread } = filter;
  const messages = usePages("message.list", { departmentId, onlyUnread });
  const markRead = useCommand("message.mark-read");
  const read = (message: MessageRow): void => {
    if (!message.isRead) void markRead.run({ ids: [message.id] });
    const { open } = useConsole.getState();
    if (message.taskId !== null) open("queue", message.taskId);
    else if (message.serviceId !== null) open("services", message.serviceId);
  };
  return (
    <>
      <VisuallyHidden component="h1">{t("inbox.title")}</VisuallyHidden>
      <InboxHead filter={filter} />
      <FaultNotice fault={messages.fault ?? markRead.fault} onRetry={messages.reload} />
      <div className="list-body">
        {messages.firstPage === undefined && !messages.fault ? <LoadingRows count={10} /> : null}
        {messages.firstPage?.total === 0 ? <NoMessages filter={filter} /> : null}
        {messages.total > 0 ? (
          <VirtualList
            label={t("inbox.list")}
            lines={2}
            count={messages.total}
            rowAt={messages.rowAt}
            onRange={messages.onRange}
            keyOf={(message) => message.id}
            selectedKey={null}
            renderRow={(message) => <MessageRowView message={message} />}
            onOpen={read}
          />
        ) : null}
      </div>
    </>
  );
}

function InboxHead({ filter }: { readonly filter: InboxFilter }) {
  const { t } = useTranslation();
  const { departmentId, onlyUnread, change } = filter;
  const unread = useQuery("message.unread", {});
  const departments = useQuery("department.list", {});
  const [isMarking, setIsMarking] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const unreadOf = (id: string): number => unread.value?.find((one) => one.departmentId === id)?.unread ?? 0;
  const total = (unread.value ?? []).reduce((sum, one) => sum + one.unread, 0);
  const count = departmentId === null ? total : unreadOf(departmentId);
  const markAll = async (): Promise<void> => {
    setIsMarking(true);
    setFault(await markAllRead(departmentId));
    setIsMarking(false);
  };
  return (
    <>
      <div className="list-head inbox-head">
        <Select
          w={220}
          aria-label={t("inbox.department")}
          value={departmentId ?? ""}
          allowDeselect={false}
          data={[
            { value: "", label: t("inbox.allDepartments") },
            ...(departments.value ?? []).map(({ id, name }) => ({
              value: id,
              label: unreadOf(id) === 0 ? name : t("inbox.departmentUnread", { name, count: unreadOf(id) }),
            })),
          ]}
          onChange={(value) => {
            change("department", value ?? "");
          }}
        />
        <Chip
          size="xs"
          checked={onlyUnread}
          onChange={(isChecked) => {
            change("unread", isChecked ? "yes" : "");
          }}
        >
          {t("inbox.onlyUnread")}
        </Chip>
        <span className="quiet">{unread.value ? t("inbox.unread", { count }) : ""}</span>
        <Button
          variant="default"
          ml="auto"
          leftSection={<IconChecks size="1.1em" aria-hidden />}
          disabled={count === 0}
          loading={isMarking}
          onClick={() => void markAll()}
        >
          {t("inbox.markAllRead")}
        </Button>
      </div>
      <FaultNotice fault={fault} />
    </>
  );
}

function NoMessages({ filter }: { readonly filter: InboxFilter }) {
  const { t } = useTranslation();
  if (!filter.onlyUnread) return <EmptyState icon={IconInbox} title={t("inbox.empty")} hint={t("inbox.emptyHint")} />;
  return (
    <EmptyState icon={IconInbox} title={t("inbox.emptyUnread")} hint={t("inbox.emptyUnreadHint")}>
      <Button
        variant="default"
        mt="xs"
        onClick={() => {
          filter.change("unread", "");
        }}
      >
        {t("inbox.showAll")}
      </Button>
    </EmptyState>
  );
}
