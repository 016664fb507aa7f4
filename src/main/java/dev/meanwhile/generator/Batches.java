package dev.meanwhile.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/// Asks a model about several batches at once. The gate before the model decides how many calls really run; a try's own
/// lock keeps its steps and figures in order.
public final class Batches {
  private Batches() {}

  /// Does the work of each batch and returns what came of them, in their order. The first failure ends them all; so does
  /// an interrupt.
  ///
  /// @param atOnce how many are worked on at the same time
  /// @param work of a batch, by its number from 0
  /// @param done told on the caller's thread how many are done, in order
  public static <T> List<T> all(int count, int atOnce, IntFunction<Callable<T>> work,
      IntConsumer done) throws Exception {
    var threads = Executors.newFixedThreadPool(atOnce,
        Thread.ofVirtual().name("batch-", 0).factory());
    try {
      var futures = new ArrayList<Future<T>>();
      for (int i = 0; i < count; i++) {
        futures.add(threads.submit(work.apply(i)));
      }
      var results = new ArrayList<T>();
      for (var future : futures) {
        results.add(result(future));
        done.accept(results.size());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T result(Future<T> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Exception failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw e;
      }
    }
  }
}
