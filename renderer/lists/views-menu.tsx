import { Button, Menu } from "@mantine/core";
import {
  IconBookmark,
  IconBookmarkPlus,
  IconCheck,
  IconDeviceFloppy,
  IconPencil,
  IconTrash,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AnyList } from "./use-list";
import { useViews } from "./use-views";
import { ViewDialog } from "./view-dialog";

/** The saved views: look through one, save how the list is now, change or remove the one in use. */
export function ViewsMenu({ list, isSmall }: { readonly list: AnyList; readonly isSmall: boolean }) {
  const { t } = useTranslation();
  const views = useViews(list);
  const [asked, setAsked] = useState<"add" | "rename" | null>(null);
  const { current, isChanged } = views;
  const name = current?.name ?? "";
  const shown = current === undefined ? t("lists.views") : isChanged ? t("lists.view.changed", { name }) : name;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            maw={isSmall ? 130 : 240}
            title={shown}
            leftSection={<IconBookmark size="1.1em" aria-hidden />}
          >
            {shown}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={current === undefined ? <IconCheck size="1.1em" aria-hidden /> : <span className="menu-gap" />}
            onClick={() => {
              views.use(null);
            }}
          >
            {t("lists.view.none")}
          </Menu.Item>
          {views.all.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={
                view.id === current?.id ? <IconCheck size="1.1em" aria-hidden /> : <span className="menu-gap" />
              }
              rightSection={
                view.isShared ? <IconUsersGroup size="1.1em" role="img" aria-label={t("lists.view.shared")} /> : null
              }
              onClick={() => {
                views.use(view);
              }}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconBookmarkPlus size="1.1em" aria-hidden />}
            onClick={() => {
              setAsked("add");
            }}
          >
            {t("lists.view.saveAs")}
          </Menu.Item>
          {current && isChanged ? (
            <Menu.Item leftSection={<IconDeviceFloppy size="1.1em" aria-hidden />} onClick={() => void views.save({})}>
              {t("lists.view.update", { name })}
            </Menu.Item>
          ) : null}
          {current ? (
            <>
              <Menu.Item
                leftSection={<IconPencil size="1.1em" aria-hidden />}
                onClick={() => {
                  setAsked("rename");
                }}
              >
                {t("lists.view.rename", { name })}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconUsersGroup size="1.1em" aria-hidden />}
                onClick={() => void views.save({ isShared: !current.isShared })}
              >
                {t(current.isShared ? "lists.view.keepPrivate" : "lists.view.share", { name })}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size="1.1em" aria-hidden />} onClick={() => void views.remove()}>
                {t("lists.view.remove", { name })}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <ViewDialog
        asked={asked}
        views={views}
        onEnd={() => {
          setAsked(null);
        }}
      />
    </>
  );
}
