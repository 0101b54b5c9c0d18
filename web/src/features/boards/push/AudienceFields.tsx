import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { channelsQuery } from "@/api/channels";
import { directoryQuery } from "@/api/directory";
import type { PushPlan } from "@/api/pushes";
import { useTranslation } from "@/i18n/words";
import { useByName } from "@/ui/by_name";
import { FormRow } from "@/ui/FormRow";
import { leaveOnTab } from "@/ui/leave_on_tab";
import { PeopleSelect } from "@/ui/PeopleSelect";
import { namedOptions } from "@/ui/people";
import type { ProblemAt } from "@/ui/problem_at";
import styles from "./push.module.css";

type To = PushPlan["to"];

interface AudienceFieldsProps {
  to: To;
  at: ProblemAt;
  onChange: (change: Partial<To>) => void;
}

/** A group that reads the figures, and people who are led to the board. */
export function AudienceFields({ to, at, onChange }: AudienceFieldsProps) {
  const { t } = useTranslation("push");
  const byName = useByName();
  const { data: directory } = useQuery(directoryQuery);
  const { data: channels } = useQuery(channelsQuery);
  const robots = channels?.filter(({ id, is_active }) => is_active || id === to.channel);
  const isNobody = !to.channel && [to.users, to.teams, to.roles].every((named) => named.length === 0);
  const problem = at("to");
  const several = (kind: "teams" | "roles") => (
    <FormRow label={t(kind)}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          className={styles.wide}
          placeholder={t("none")}
          showSearch={byName}
          onInputKeyDown={leaveOnTab}
          value={to[kind]}
          onChange={(chosen) => onChange({ [kind]: chosen })}
          options={namedOptions(directory?.[kind], directory)}
        />
      )}
    </FormRow>
  );
  return (
    <>
      <FormRow
        label={t("channel")}
        help={robots?.length === 0 ? t("noChannel") : t("channelHelp")}
        problem={problem && isNobody ? t("nobody") : problem}
      >
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            placeholder={t("none")}
            allowClear
            status={problem ? "error" : ""}
            value={to.channel}
            onChange={(channel: string | null | undefined) => onChange({ channel: channel ?? null })}
            options={robots?.map(({ id: value, name: label }) => ({ value, label })) ?? []}
          />
        )}
      </FormRow>
      <FormRow label={t("users")} help={t("peopleHelp")}>
        {(id) => <PeopleSelect id={id} label={t("users")} value={to.users} onChange={(users) => onChange({ users })} />}
      </FormRow>
      {several("teams")}
      {directory?.roles && several("roles")}
    </>
  );
}
