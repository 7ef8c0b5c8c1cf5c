//! "Ignore here": what an editor writes down to accept a finding.
