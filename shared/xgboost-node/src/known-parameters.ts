/** Every parameter of libxgboost 3.2, by its documented name or alias. The library itself does no more than warn of others. */
const names = `
  aft_loss_distribution aft_loss_distribution_scale alpha base_score booster colsample_bylevel colsample_bynode
  colsample_bytree debug_synchronize device disable_default_eval_metric eta eval_metric fail_on_invalid_gpu_id
  feature_selector gamma grow_policy huber_slope interaction_constraints lambda lambdarank_bias_norm
  lambdarank_normalization lambdarank_num_pair_per_sample lambdarank_pair_method lambdarank_score_normalization
  lambdarank_unbiased learning_rate max_bin max_cached_hist_node max_cat_threshold max_cat_to_onehot max_delta_step
  max_depth max_leaves min_child_weight min_split_loss monotone_constraints multi_strategy n_jobs ndcg_exp_gain
  normalize_type nthread num_class num_parallel_tree num_target objective one_drop process_type quantile_alpha
  random_state rate_drop refresh_leaf reg_alpha reg_lambda sample_type sampling_method scale_pos_weight seed
  seed_per_iteration skip_drop sparse_threshold subsample tolerance top_k tree_method tweedie_variance_power updater
  validate_parameters verbosity`;

const known: ReadonlySet<string> = new Set(names.trim().split(/\s+/));

/** Names that no part of the library reads: a misspelled one would otherwise change nothing, in silence. */
export function unknownParameters(given: readonly string[]): string[] {
  return given.filter((name) => !known.has(name));
}
