import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { formIn } from "@/api/apps";
import { type NewOrder, newOrderQuery } from "@/api/orders";
import { sessionQuery } from "@/api/session";
import { useTranslation } from "@/i18n/words";
import type { Values } from "@/model/value";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { FormSkeleton } from "@/ui/Skeletons";
import { draftGoal, orderKey } from "@/ui/uploads/goal_of";
import { dropAllOf, moveAll } from "@/ui/uploads/uploads";
import { FillSheet } from "./FillSheet";
import { dropCopy, freshCopy, writeCopy } from "./local_copy";
import { begin, resume, type Taken } from "./resume";

export function FillPage() {
  const { t } = useTranslation("fill");
  const { form } = useParams({ from: "/shell/new/$form" });
  const { draft } = useSearch({ from: "/shell/new/$form" });
  const query = useQuery(newOrderQuery(form));
  const { data: me } = useQuery(sessionQuery);
  const name = formIn(me?.apps, form)?.name;
  return (
    <Page width="full" header={<PageHeader title={name ?? t("title")} back={{ to: "/new" }} />}>
      <QueryView query={query} skeleton={<FormSkeleton />}>
        {(opened) => (
          <Resumed
            key={form + draft}
            form={form}
            name={name ?? t("title")}
            user={me?.user.id ?? ""}
            opened={opened}
            wanted={draft}
          />
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
  /** Of several that were left, this one. */
  wanted: string | undefined;
}

/** What was left unfinished comes back, unless another window is at it. */
function Resumed({ form, name, user, opened, wanted }: ResumedProps) {
  const [taken, setTaken] = useState<Taken | null>(null);
  const held = useRef<Taken | null>(null);
  const take = useCallback((next: Taken) => {
    held.current?.release();
    held.current = next;
    setTaken(next);
  }, []);
  useEffect(() => {
    let isLeft = false;
    void resume(form, user, opened, wanted).then((found) => (isLeft ? found.release() : take(found)));
    return () => {
      isLeft = true;
      held.current?.release();
    };
  }, [form, user, opened, wanted, take]);
  if (!taken) return <FormSkeleton />;
  const { copy } = taken;
  const startOver = (values?: Values) => {
    const fresh = freshCopy(opened.version, values ?? opened.values);
    if (values) moveAll(orderKey(copy.id), draftGoal(form, name, fresh.id));
    else dropAllOf(orderKey(copy.id));
    take(begin(fresh, { isUnsaved: values !== undefined }));
  };
  return (
    <FillSheet
      key={copy.id}
      form={form}
      name={name}
      user={user}
      definition={opened.definition}
      matrix={opened.matrix}
      taken={taken}
      keep={(next) => (next ? writeCopy(form, user, next) : dropCopy(form, user, copy.id))}
      onStartOver={startOver}
    />
  );
}
