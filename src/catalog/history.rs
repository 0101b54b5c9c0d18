//! A form with everything ever published of it. Orders stay with the versions they were submitted under, so none is forgotten.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::flow::CompiledFlow;
use super::form::CompiledForm;
use crate::model::definition::{FlowVersion, Form, FormVersion};

#[derive(Debug, Clone)]
pub struct FormHistory {
    pub form: Arc<Form>,
    /// By version, from 1.
    pub versions: BTreeMap<u32, Published>,
    /// By version, from 1; version 0 is the flow without steps.
    pub flows: BTreeMap<u32, Arc<CompiledFlow>>,
    /// The same as they were written: by whom, when, with which note.
    pub flow_versions: BTreeMap<u32, Arc<FlowVersion>>,
}

/// A published version as it was written and as it runs.
#[derive(Debug, Clone)]
pub struct Published {
    pub version: Arc<FormVersion>,
    pub compiled: Arc<CompiledForm>,
}

impl FormHistory {
    pub fn new(form: Form) -> Self {
        let flows = BTreeMap::from([(0, Arc::new(CompiledFlow::without_steps(form.id)))]);
        Self { form: Arc::new(form), versions: BTreeMap::new(), flows, flow_versions: BTreeMap::new() }
    }

    /// A version an order may be pinned to.
    pub fn version(&self, version: u32) -> Option<&Arc<CompiledForm>> {
        self.versions.get(&version).map(|published| &published.compiled)
    }

    /// The newest published version; `None` before the first.
    pub fn current(&self) -> Option<&Arc<CompiledForm>> {
        self.versions.last_key_value().map(|(_, published)| &published.compiled)
    }

    pub fn flow(&self, version: u32) -> Option<&Arc<CompiledFlow>> {
        self.flows.get(&version)
    }

    /// The newest published flow; `None` before the first.
    pub fn current_flow(&self) -> Option<&Arc<CompiledFlow>> {
        self.flows.range(1..).next_back().map(|(_, flow)| flow)
    }

    /// What a new order runs through.
    pub fn flow_of_new_orders(&self) -> &Arc<CompiledFlow> {
        self.flows.last_key_value().map(|(_, flow)| flow).expect("version 0 is always there")
    }

    pub(super) fn publish(&mut self, version: &FormVersion) {
        let compiled = CompiledForm::compile(version.form, self.form.app, version.version, &version.definition);
        // Publishing checked the same definition with the same compiler, and old versions load for ever.
        let compiled = Arc::new(compiled.expect("a published form compiles"));
        self.versions.insert(version.version, Published { version: Arc::new(version.clone()), compiled });
        Arc::make_mut(&mut self.form).form_version = version.version;
    }

    pub(super) fn publish_flow(&mut self, version: &FlowVersion) {
        // A flow is published for a published form and checked by the same compiler.
        let form = self.version(version.form_version).expect("a flow names a published form");
        let compiled = CompiledFlow::compile(version, form).expect("a published flow compiles");
        self.flows.insert(version.version, Arc::new(compiled));
        self.flow_versions.insert(version.version, Arc::new(version.clone()));
        Arc::make_mut(&mut self.form).flow_version = version.version;
    }
}
