import { Link } from "@tanstack/react-router";
import type { AppSummary } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { limitedCount } from "@/model/grant_fields";
import type { Grant } from "@/model/party";
import styles from "./directory.module.css";

/** The forms of which a role may not see or change every field, each with the way to where that is set. */
export function LimitedForms({ apps, grants }: { apps: readonly AppSummary[]; grants: readonly Grant[] }) {
  const { t } = useTranslation("directory");
  return apps.flatMap(({ id: app, forms }) =>
    forms.map(({ id: form, name }) => {
      const count = limitedCount(grants.filter((grant) => grant.form === form));
      if (count === 0) return null;
      return (
        <p key={form} className={styles.limited}>
          {t("role.limited", { form: name, count })}
          <Link to="/apps/$app/forms/$form/design" params={{ app, form }} hash="access/roles">
            {t("role.limits")}
          </Link>
        </p>
      );
    }),
  );
}
