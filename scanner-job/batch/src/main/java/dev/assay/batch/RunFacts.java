package dev.assay.batch;

import java.time.Instant;

/**
 * How a scan came about; goes into the scan statement, never into the manifest.
 *
 * @param run number of the run in this job repository
 * @param instance Spring Batch's job instance
 * @param execution Spring Batch's job execution, the last one if the run was interrupted
 * @param startedOn when the first execution of this run began
 * @param restarts how many executions of this run were interrupted before
 */
public record RunFacts(long run, long instance, long execution, Instant startedOn, int restarts) {}
