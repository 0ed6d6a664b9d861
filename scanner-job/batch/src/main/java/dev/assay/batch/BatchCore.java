package dev.assay.batch;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * Spring Batch over one database: what {@code @EnableJdbcJobRepository} would lay into an application context, without
 * the context, which takes as long to start as everything else. The job itself is built for each run, since it belongs to
 * one dataset.
 */
record BatchCore(PlatformTransactionManager transactions, JobRepository repository, JobOperator operator) {
    static BatchCore over(DataSource dataSource) {
        PlatformTransactionManager transactions = new JdbcTransactionManager(dataSource);
        try {
            JobRepository repository = repository(dataSource, transactions);
            return new BatchCore(transactions, repository, operator(repository, transactions));
        } catch (RuntimeException trouble) {
            throw trouble;
        } catch (Exception trouble) {
            throw new JobStoreException("Cannot start Spring Batch: " + trouble.getMessage(), trouble);
        }
    }

    private static JobRepository repository(DataSource dataSource, PlatformTransactionManager transactions)
            throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(dataSource);
        factory.setTransactionManager(transactions);
        factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private static JobOperator operator(JobRepository repository, PlatformTransactionManager transactions)
            throws Exception {
        JobOperatorFactoryBean factory = new JobOperatorFactoryBean();
        factory.setJobRepository(repository);
        factory.setJobRegistry(new MapJobRegistry());
        factory.setTransactionManager(transactions);
        factory.afterPropertiesSet();
        return factory.getObject();
    }
}
