package io.github.mailgunreactor.analytics;

import java.util.List;

/**
 * A condition of a threshold.
 *
 * @param dimension what is compared
 * @param comparator how
 * @param values with what; any of them may match
 */
public record ThresholdFilter(ThresholdDimension dimension, FilterComparator comparator, List<String> values) {}
