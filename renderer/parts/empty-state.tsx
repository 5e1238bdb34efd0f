import { Stack, Text } from "@mantine/core";
import type { TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly icon: TablerIcon;
  readonly title: string;
  readonly hint?: string;
  /** What can be done from here: a button or two. */
  readonly children?: ReactNode;
}

/** Says what would stand here and how it gets here. */
export function EmptyState({ icon: Icon, title, hint, children }: EmptyStateProps) {
  return (
    <Stack align="center" justify="center" gap={6} p="xl" h="100%" ta="center">
      <Icon size={32} stroke={1.4} color="var(--text-quiet)" aria-hidden />
      <Text fw={600}>{title}</Text>
      {hint ? (
        <Text c="dimmed" maw={380}>
          {hint}
        </Text>
      ) : null}
      {children}
    </Stack>
  );
}
