import { useQuery } from "@tanstack/react-query";
import { Input, Segmented, Select, Switch } from "antd";
import { directoryQuery, rolesQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { useByName } from "@/ui/by_name";
import { DepartmentSelect } from "@/ui/DepartmentSelect";
import { FormRow } from "@/ui/FormRow";
import { leaveOnTab } from "@/ui/leave_on_tab";
import { PeopleSelect } from "@/ui/PeopleSelect";
import type { ProblemAt } from "@/ui/problem_at";
import type { UserDraft } from "./user_draft";
import type { UserEdit } from "./user_edit";

interface UserFieldsProps {
  draft: UserDraft;
  give: UserEdit["give"];
  at: ProblemAt;
  /** Nobody is their own manager. */
  without: string | undefined;
}

const TEXTS = ["name", "login"] as const;

const REACH = [
  { place: "email", type: "email" },
  { place: "mobile", type: "tel" },
] as const;

export function UserFields({ draft, give, at, without }: UserFieldsProps) {
  const { t } = useTranslation("directory");
  const byName = useByName();
  const { t: shell } = useTranslation("shell");
  const { user } = draft;
  const { data: roles } = useQuery(rolesQuery);
  const { data: directory } = useQuery(directoryQuery);
  const positions = [...new Set(directory?.users.flatMap((one) => one.positions ?? []))].sort();
  return (
    <>
      {TEXTS.map((place) => (
        <FormRow key={place} label={t(`user.${place}`)} help={t(`user.${place}Help`)} isRequired problem={at(place)}>
          {(id) => (
            <Input
              id={id}
              autoFocus={place === "name" && !without}
              autoComplete="off"
              autoCapitalize="none"
              required
              maxLength={100}
              status={at(place) ? "error" : ""}
              value={user[place]}
              onChange={({ target }) => give({ [place]: target.value })}
            />
          )}
        </FormRow>
      ))}
      <FormRow label={t("user.departments")} help={t("user.departmentsHelp")} problem={at("departments")}>
        {(id) => (
          <DepartmentSelect
            id={id}
            label={t("user.departments")}
            value={user.departments}
            onChange={(departments) => give({ departments })}
            isInvalid={Boolean(at("departments"))}
          />
        )}
      </FormRow>
      <FormRow label={t("user.manager")} help={t("user.managerHelp")} problem={at("manager")}>
        {(id) => (
          <PeopleSelect
            id={id}
            label={t("user.manager")}
            isSingle
            without={without}
            value={user.manager ? [user.manager] : []}
            onChange={([manager]) => give({ manager: manager ?? null })}
            isInvalid={Boolean(at("manager"))}
          />
        )}
      </FormRow>
      <FormRow label={t("user.positions")} help={t("user.positionsHelp")} problem={at("positions")}>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            onInputKeyDown={leaveOnTab}
            tokenSeparators={[",", "，", "、", ";", "；"]}
            options={positions.map((value) => ({ value }))}
            value={user.positions}
            onChange={(next) => give({ positions: next })}
          />
        )}
      </FormRow>
      <FormRow label={t("user.roles")} help={t("user.rolesHelp")}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            onInputKeyDown={leaveOnTab}
            showSearch={byName}
            options={roles?.filter(({ everyone }) => !everyone).map(({ id: value, name }) => ({ value, label: name }))}
            value={[...draft.roles]}
            onChange={(next) => give({ roles: next })}
          />
        )}
      </FormRow>
      {REACH.map(({ place, type }) => (
        <FormRow key={place} label={t(`user.${place}`)} problem={at(place)}>
          {(id) => (
            <Input
              id={id}
              type={type}
              autoComplete="off"
              maxLength={100}
              status={at(place) ? "error" : ""}
              value={user[place]}
              onChange={({ target }) => give({ [place]: target.value })}
            />
          )}
        </FormRow>
      ))}
      <FormRow label={t("user.language")}>
        {(id) => (
          <Segmented<"zh" | "en">
            id={id}
            options={[
              { value: "zh", label: shell("language.zh") },
              { value: "en", label: shell("language.en") },
            ]}
            value={user.language}
            onChange={(language) => give({ language })}
          />
        )}
      </FormRow>
      <FormRow label={t("user.active")} help={t("user.activeHelp")} isInline>
        {(id) => <Switch id={id} checked={user.is_active} onChange={(is_active) => give({ is_active })} />}
      </FormRow>
    </>
  );
}
