import { NavLink } from "@mantine/core";
import {
  IconArrowRight,
  IconBuildingWarehouse,
  IconContrast2,
  IconDatabase,
  IconFolder,
  IconId,
  IconShieldLock,
  IconTerminal2,
  IconUsers,
  IconUsersGroup,
  type TablerIcon,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { useRight } from "../../hooks/use-right";
import { PageTitle } from "../../parts/page-title";
import { useConsole } from "../../stores/console-store";
import { BackupsSection } from "./backups-section";
import { DataCentresSection } from "./data-centres-section";
import { DepartmentsSection } from "./departments-section";
import { LookSection } from "./look-section";
import { OperatorsSection } from "./operators-section";
import { ProfileSection } from "./profile-section";
import { ScriptsSection } from "./scripts-section";
import { SecuritySection } from "./security-section";
import "./settings.css";

const sections = {
  operators: { icon: IconId, component: OperatorsSection },
  look: { icon: IconContrast2, component: LookSection },
  departments: { icon: IconUsersGroup, component: DepartmentsSection },
  dataCentres: { icon: IconBuildingWarehouse, component: DataCentresSection },
  backups: { icon: IconDatabase, component: BackupsSection },
  scripts: { icon: IconTerminal2, component: ScriptsSection },
  security: { icon: IconShieldLock, component: SecuritySection },
  profile: { icon: IconFolder, component: ProfileSection },
} as const satisfies Record<string, { readonly icon: TablerIcon; readonly component: ComponentType }>;

type SectionName = keyof typeof sections;
const sectionNames = Object.keys(sections) as readonly SectionName[];

/** Who works here, what the window looks like, the directories, and how safe everything is. */
export function SettingsScreen() {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const routeId = useConsole((state) => state.route.id);
  const mayListTokens = useRight("token.list");
  const shown = sectionNames.filter((name) => name !== "scripts" || mayListTokens);
  const current = shown.find((name) => name === routeId) ?? "operators";
  const { component: Current } = sections[current];
  return (
    <div className="settings">
      <nav className="settings-sections" aria-label={t("settings.title")}>
        {shown.map((name) => {
          const { icon: Icon } = sections[name];
          return (
            <NavLink
              key={name}
              component="button"
              type="button"
              label={t(`settings.section.${name}`)}
              leftSection={<Icon size="1.25em" stroke={1.6} aria-hidden />}
              active={name === current}
              aria-current={name === current ? "page" : undefined}
              onClick={() => {
                open("settings", name);
              }}
            />
          );
        })}
        <NavLink
          component="button"
          type="button"
          label={t("frame.customers")}
          leftSection={<IconUsers size="1.25em" stroke={1.6} aria-hidden />}
          rightSection={<IconArrowRight size="1em" aria-hidden />}
          onClick={() => {
            open("customers");
          }}
        />
      </nav>
      <div className="pane">
        <PageTitle title={t(`settings.section.${current}`)} />
        <Current />
      </div>
    </div>
  );
}
