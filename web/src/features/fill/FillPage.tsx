import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { formIn } from "@/api/apps";
import { type NewOrder, newOrderQuery, orderQuery } from "@/api/orders";
import { sessionQuery } from "@/api/session";
import { useTranslation } from "@/i18n/words";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { FormSkeleton } from "@/ui/Skeletons";
import { FillSheet } from "./FillSheet";
import { freshCopy, type LocalCopy, readCopy, writeCopy } from "./local_copy";

export function FillPage() {
  const { t } = useTranslation("fill");
  const { form } = useParams({ from: "/shell/new/$form" });
  const query = useQuery(newOrderQuery(form));
  const { data: me } = useQuery(sessionQuery);
  const name = formIn(me?.apps, form)?.name;
  return (
    <Page width="full" header={<PageHeader title={name ?? t("title")} back={{ to: "/new" }} />}>
      <QueryView query={query} skeleton={<FormSkeleton />}>
        {(opened) => (
          <Resumed key={form} form={form} name={name ?? t("title")} user={me?.user.id ?? ""} opened={opened} />
        )}
      </QueryView>
    </Page>
  );
}

interface ResumedProps {
  form: string;
  name: string;
  user: string;
  opened: NewOrder;
}

/** What was left unfinished comes back: from this device first, else the draft on the server. */
function Resumed({ form, name, user, opened }: ResumedProps) {
  const [onDevice] = useState(() => readCopy(form, user));
  const [fresh, setFresh] = useState<LocalCopy | null>(null);
  const draftId = onDevice ? null : (opened.draft ?? null);
  const draft = useQuery({ ...orderQuery(draftId ?? ""), enabled: draftId !== null });
  const [start] = useState(() => freshCopy(opened.version, opened.values));
  if (draftId !== null && draft.isPending) return <FormSkeleton />;
  const onServer = draft.data && { ...start, id: draft.data.id, values: draft.data.values, isDraft: true };
  const left = fresh ? null : (onDevice ?? onServer ?? null);
  const copy = fresh ?? left ?? start;
  return (
    <FillSheet
      key={copy.id}
      form={form}
      name={name}
      user={user}
      definition={opened.definition}
      matrix={opened.matrix}
      copy={copy}
      isResumed={left !== null}
      keep={(next) => writeCopy(form, user, next)}
      onStartOver={() => setFresh(freshCopy(opened.version, opened.values))}
    />
  );
}
